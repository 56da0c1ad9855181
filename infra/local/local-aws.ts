import { region } from './template/intrinsics.ts';

/** What every AWS client of the local run needs and no emulator looks at. */
export const localAws = {
  region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

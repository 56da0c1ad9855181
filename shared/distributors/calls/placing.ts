// Loaded together, since who places orders also looks for them: apart, all that both use would lie in files of its own.
export { find } from './find.ts';
export { submit } from './submit.ts';

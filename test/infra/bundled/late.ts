/** Nobody asks for this: what it would load has no place in a bundle. */
export const unused = () => import('../../../shared/aws/system.ts');

export const used = () => 'used';

/// <reference types="astro/client" />

declare module 'virtual:content-files' {
  /** Every file below content/, as src/gate/content-files.ts reads them. */
  const files: readonly import('./domain/problem.ts').ContentFile[];
  export default files;
}

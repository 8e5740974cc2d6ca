/** Name of the page that opens from a disk, below a language; one that tells nothing. */
export const copyName = 'copy.html';

/** An address that may be one of a guide, a comparison or a term: to be gone back to, whether or not the page is there. */
export function isPagePath(path: string | undefined): path is string {
  return path !== undefined && path.length <= 200 && /^\/(guides|glossary)\/[a-z0-9/-]+$/.test(path)
}

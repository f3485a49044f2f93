/** Of the task that runs an import: while one waits, another is the same. */
export function runKey(sourceId: number): string {
  return `imports.run:${sourceId}`
}

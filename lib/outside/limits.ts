/** RELIABILITY.md B37. */
export type Limits = {
  /** From the first step to the last byte: names, redirects and body together. */
  timeMs: number
  /** Of the body as it is sent, and once it is unpacked. */
  bodyBytes: number
  headerBytes: number
  redirects: number
  /** Unpacked bytes per sent byte, looked at once more than `ratioFromBytes` are unpacked. */
  ratio: number
  ratioFromBytes: number
}

export const LIMITS: Limits = {
  timeMs: 10_000,
  bodyBytes: 10_000_000,
  headerBytes: 16_000,
  redirects: 3,
  ratio: 100,
  ratioFromBytes: 64_000,
}

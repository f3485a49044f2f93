/** A request that is not let through, with the one sentence that its sender reads. Thrown anywhere, answered at the edge. */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    readonly status: number,
    message: string,
    readonly more: { errors?: Record<string, string>; retryAfterSeconds?: number; to?: string } = {},
  ) {
    super(message)
  }
}

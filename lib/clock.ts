export type Clock = () => Date

/** The process clock, for what is shown. Times that are stored come from the database's clock (`now()`). */
export const systemClock: Clock = () => new Date()

/**
 * Grows by one with every release in which adapters, taxonomy or the reading of texts give other facts for the same answer: the next run
 * of each source then reads all its jobs anew, and tells nobody that they changed.
 */
export const READING = '1'

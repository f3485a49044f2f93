/** Something outside the program is in the way. The message is one line for the person who started it; no stack is printed. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** What the figures of one page have in common: asked for once, handed to each. */
export type FigurePage = { known: unknown; locale: string }

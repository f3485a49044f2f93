import { recomputeFigures } from '@/lib/figures/recompute'
import { thinFigures } from '@/lib/figures/thin'
import { askedByGuides } from './figures'

export const guideTasks = {
  'figures.recompute': async () => {
    await recomputeFigures(await askedByGuides())
  },
  'figures.thin': async () => {
    await thinFigures()
  },
}

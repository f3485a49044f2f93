import { recomputeFigures } from '@/lib/figures/recompute'
import { askedByGuides } from './figures'

export const guideTasks = {
  'figures.recompute': async () => {
    await recomputeFigures(await askedByGuides())
  },
}

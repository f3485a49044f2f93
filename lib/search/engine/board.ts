import { Column } from './column'
import type { EngineRow } from './engine-row'
import { withRoom } from './growing'
import { eligibilityCode, locationCode, PaySteps, singleCode, traitsCode } from './row-codes'
import { Scratch } from './scratch'
import { SkillColumn } from './skill-column'
import { SlotSet } from './slot-set'
import { SlotsByJob } from './slots-by-job'
import { Tallies } from './tallies'
import { TimeZones } from './time-zones'

type ColumnName = 'role' | 'company' | 'traits' | 'location' | 'eligibility' | 'pay'

/** Pay of a job that states none. */
export const NO_PAY = -1

/**
 * The open jobs as arrays. Slots below `base` are in the order (first published, job id) and never change; later jobs, and edited
 * ones anew, stand behind them in the order of arrival until `compact` sorts them in. The slot of a job that has gone stays, dead.
 */
export class Board {
  jobIds = new Float64Array(0)
  publishedUs = new Float64Array(0)
  seenUs = new Float64Array(0)
  /** Minor units a year, or `NO_PAY`. */
  annualMax = new Float64Array(0)
  readonly columns: Record<ColumnName, Column>
  readonly skills: SkillColumn
  readonly paySteps: PaySteps
  readonly alive = new SlotSet()
  readonly seenZones = new TimeZones()
  readonly scratch = new Scratch()
  readonly tallies = new Tallies(this)
  base = 0
  end = 0
  size = 0
  private readonly slots = new SlotsByJob()
  private readonly all: readonly Column[]

  constructor(before?: Board) {
    this.columns = {
      role: new Column(['role'], before?.columns.role),
      company: new Column(['company'], before?.columns.company),
      traits: new Column(
        ['seniority', 'workplace', 'employmentType', 'visa', 'text'],
        before?.columns.traits,
      ),
      location: new Column(['country', 'region', 'city'], before?.columns.location),
      eligibility: new Column(['eligibility'], before?.columns.eligibility),
      pay: new Column(['pay', 'currency'], before?.columns.pay),
    }
    this.skills = new SkillColumn(before?.skills)
    this.paySteps = before?.paySteps ?? new PaySteps()
    this.all = Object.values(this.columns)
  }

  /** An empty one that shares what the codes mean. */
  static after(board: Board): Board {
    return new Board(board)
  }

  slotOf(jobId: number): number | undefined {
    return this.slots.get(jobId)
  }

  reserve(slots: number): void {
    if (slots <= this.jobIds.length) return
    this.jobIds = withRoom(this.jobIds, slots)
    const room = this.jobIds.length
    this.publishedUs = withRoom(this.publishedUs, room, 0)
    this.seenUs = withRoom(this.seenUs, room, 0)
    this.annualMax = withRoom(this.annualMax, room, 0)
    for (const column of this.all) column.reserve(room)
    this.skills.reserve(room)
    this.alive.reserve(room)
  }

  /** The job must not be here yet. Until `post`, or `settle` for all, no search finds the slot by its values. */
  append(row: EngineRow): number {
    const slot = this.end
    this.reserve(slot + 1)
    this.publishedUs[slot] = row.firstPublishedAtUs
    this.seenUs[slot] = row.firstSeenAtUs
    this.annualMax[slot] = row.annualMax ?? NO_PAY
    const { role, company, traits, location, eligibility, pay } = this.columns
    role.set(slot, singleCode(role.dictionary, row.roleId))
    company.set(slot, singleCode(company.dictionary, row.companyId))
    traits.set(slot, traitsCode(traits.dictionary, row))
    location.set(slot, locationCode(location.dictionary, row))
    eligibility.set(slot, eligibilityCode(eligibility.dictionary, row))
    pay.set(slot, this.paySteps.code(pay.dictionary, row))
    this.skills.set(slot, row.skills)
    return this.begin(slot, row.jobId)
  }

  /** The same for a job of another board, with which this one shares what the codes mean. */
  adopt(other: Board, otherSlot: number): number {
    const slot = this.end
    this.reserve(slot + 1)
    this.publishedUs[slot] = other.publishedUs[otherSlot] as number
    this.seenUs[slot] = other.seenUs[otherSlot] as number
    this.annualMax[slot] = other.annualMax[otherSlot] as number
    for (let c = 0; c < this.all.length; c++) {
      this.all[c]?.set(slot, other.all[c]?.codes[otherSlot] as number)
    }
    this.skills.adopt(slot, other.skills, otherSlot)
    return this.begin(slot, other.jobIds[otherSlot] as number)
  }

  private begin(slot: number, jobId: number): number {
    this.jobIds[slot] = jobId
    this.seenZones.add(slot, this.seenUs[slot] as number)
    this.alive.add(slot)
    this.slots.set(jobId, slot)
    this.end++
    this.size++
    return slot
  }

  post(slot: number): void {
    for (const column of this.all) column.post(slot)
    this.skills.post(slot)
  }

  remove(slot: number): void {
    this.slots.delete(this.jobIds[slot] as number)
    this.alive.delete(slot)
    for (const column of this.all) column.unset(slot)
    this.skills.unset(slot)
    this.size--
  }

  /** Makes all slots the base, which must be in its order; in steps of some milliseconds. */
  *build(): Generator<void> {
    for (const column of this.all) yield* column.build(this.end)
    yield* this.skills.build(this.end)
    this.base = this.end
  }

  isInOrder(): boolean {
    for (let slot = 1; slot < this.end; slot++) if (this.compareSlots(slot - 1, slot) > 0) return false
    return true
  }

  /** Negative when `a` was published first; the job id decides between two of the same instant. */
  compareSlots(a: number, b: number): number {
    const byTime = (this.publishedUs[a] as number) - (this.publishedUs[b] as number)
    return byTime || (this.jobIds[a] as number) - (this.jobIds[b] as number)
  }

  /** The first slot of the base that is not published before this (time, job id). */
  baseSlotAt(publishedUs: number, jobId: number): number {
    let low = 0
    let high = this.base
    while (low < high) {
      const middle = (low + high) >>> 1
      const time = this.publishedUs[middle] as number
      if (time < publishedUs || (time === publishedUs && (this.jobIds[middle] as number) < jobId))
        low = middle + 1
      else high = middle
    }
    return low
  }

  get bytes(): number {
    const own =
      this.jobIds.byteLength * 4 +
      this.alive.words.byteLength +
      this.slots.bytes +
      this.scratch.bytes +
      this.tallies.bytes
    return own + this.skills.bytes + this.all.reduce((sum, column) => sum + column.bytes, 0)
  }

  /** The living slots in the order of the base: its own, with those of the tail sorted and merged in. */
  order(): Int32Array<ArrayBuffer> {
    const tail: number[] = []
    for (let slot = this.base; slot < this.end; slot++) if (this.alive.has(slot)) tail.push(slot)
    tail.sort((a, b) => this.compareSlots(a, b))
    const order = new Int32Array(this.size)
    let n = 0
    let next = 0
    for (let slot = 0; slot < this.base; slot++) {
      if (!this.alive.has(slot)) continue
      while (next < tail.length && this.compareSlots(tail[next] as number, slot) < 0)
        order[n++] = tail[next++] as number
      order[n++] = slot
    }
    while (next < tail.length) order[n++] = tail[next++] as number
    return order
  }
}

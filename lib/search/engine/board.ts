import { Column } from './column'
import type { EngineRow } from './engine-row'
import { withRoom } from './growing'
import { eligibilityCode, locationCode, PaySteps, singleCode, traitsCode } from './row-codes'
import { Scratch } from './scratch'
import { SkillColumn } from './skill-column'
import { SlotSet } from './slot-set'
import { SlotsByJob } from './slots-by-job'
import { TimeZones } from './time-zones'

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
  readonly columns = {
    role: new Column(['role']),
    company: new Column(['company']),
    traits: new Column(['seniority', 'workplace', 'employmentType', 'visa', 'text']),
    location: new Column(['country', 'region', 'city']),
    eligibility: new Column(['eligibility']),
    pay: new Column(['pay', 'currency']),
  }
  readonly skills = new SkillColumn()
  readonly paySteps = new PaySteps()
  readonly alive = new SlotSet()
  readonly seenZones = new TimeZones()
  readonly scratch = new Scratch()
  base = 0
  end = 0
  size = 0
  private readonly slots = new SlotsByJob(this.jobIds)
  private readonly all = Object.values(this.columns)

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
    this.slots.moveTo(this.jobIds)
  }

  /** The job must not be here yet. Until `post`, or `settle` for all, no search finds the slot by its values. */
  append(row: EngineRow): number {
    const slot = this.end
    this.reserve(slot + 1)
    this.jobIds[slot] = row.jobId
    this.publishedUs[slot] = row.firstPublishedAtUs
    this.seenUs[slot] = row.firstSeenAtUs
    this.annualMax[slot] = row.annualMax ?? NO_PAY
    this.seenZones.add(slot, row.firstSeenAtUs)
    const { role, company, traits, location, eligibility, pay } = this.columns
    role.set(slot, singleCode(role.dictionary, row.roleId))
    company.set(slot, singleCode(company.dictionary, row.companyId))
    traits.set(slot, traitsCode(traits.dictionary, row))
    location.set(slot, locationCode(location.dictionary, row))
    eligibility.set(slot, eligibilityCode(eligibility.dictionary, row))
    pay.set(slot, this.paySteps.code(pay.dictionary, row))
    this.skills.set(slot, row.skills)
    this.alive.add(slot)
    this.slots.add(row.jobId, slot)
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

  /** Makes all slots the base, when they stand in its order; else sorts them first and returns the old slot of each new one. */
  settle(): Int32Array | null {
    if (this.isInOrder()) {
      this.build()
      return null
    }
    return this.compact()
  }

  /** Sorts the tail in and leaves the dead out. Returns the old slot of each new one. */
  compact(): Int32Array {
    const oldSlots = this.order()
    const count = oldSlots.length
    const room = count + (count >>> 3) + 64
    this.jobIds = renumbered(this.jobIds, oldSlots, room)
    this.publishedUs = renumbered(this.publishedUs, oldSlots, room)
    this.seenUs = renumbered(this.seenUs, oldSlots, room)
    this.annualMax = renumbered(this.annualMax, oldSlots, room)
    for (const column of this.all) column.renumber(oldSlots, room)
    this.skills.renumber(oldSlots, room)
    this.seenZones.clear()
    for (let slot = 0; slot < count; slot++) this.seenZones.add(slot, this.seenUs[slot] as number)
    this.slots.restart(this.jobIds, count)
    for (let slot = 0; slot < count; slot++) this.slots.add(this.jobIds[slot] as number, slot)
    this.alive.words = new Int32Array((room + 31) >>> 5)
    this.alive.addRange(0, count)
    this.end = count
    this.build()
    return oldSlots
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
      this.jobIds.byteLength * 4 + this.alive.words.byteLength + this.slots.bytes + this.scratch.bytes
    return own + this.skills.bytes + this.all.reduce((sum, column) => sum + column.bytes, 0)
  }

  private build(): void {
    this.base = this.end
    for (const column of this.all) column.build(this.base)
    this.skills.build(this.base)
  }

  private isInOrder(): boolean {
    for (let slot = 1; slot < this.end; slot++) if (this.compareSlots(slot - 1, slot) > 0) return false
    return true
  }

  /** The living slots in the order of the base: its own, with those of the tail sorted and merged in. */
  private order(): Int32Array {
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

function renumbered(array: Float64Array, oldSlots: Int32Array, room: number): Float64Array<ArrayBuffer> {
  const moved = new Float64Array(room)
  for (let slot = 0; slot < oldSlots.length; slot++) moved[slot] = array[oldSlots[slot] as number] as number
  return moved
}

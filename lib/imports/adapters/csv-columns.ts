/** Which column of a table states what: the name of the column as in its header. */
export type ColumnMapping = { title: string; url: string } & Partial<Record<OptionalColumn, string>>

type OptionalColumn =
  | 'externalId'
  | 'company'
  | 'location'
  | 'applyUrl'
  | 'workplace'
  | 'employmentType'
  | 'seniority'
  | 'department'
  | 'text'
  | 'payMin'
  | 'payMax'
  | 'payCurrency'
  | 'payPeriod'
  | 'skills'
  | 'publishedAt'
  | 'closesAt'
export type Column = OptionalColumn | 'title' | 'url'

const required = ['title', 'url'] as const

/** Usual names in English and German, the best first; letters and digits alone, in lower case. `updated_at` is no date of publishing. */
const usual: Record<Column, string> = {
  title:
    'title jobtitle positiontitle position role jobname job titel stellentitel stellenbezeichnung berufsbezeichnung jobtitel bezeichnung',
  url: 'url joburl absoluteurl hostedurl postingurl detailurl pageurl link joblink webadresse internetadresse stellenlink applyurl applicationurl applylink bewerbungslink bewerbungsurl',
  externalId:
    'id jobid externalid reference referenceid referencenumber refnumber ref requisitionid postingid guid referenz referenznummer kennziffer stellenid stellennummer jobnummer',
  company:
    'company companyname companyslug employer employername organization organisation hiringorganization firma firmenname unternehmen arbeitgeber',
  location:
    'location locations joblocation worklocation city place office ort standort arbeitsort einsatzort dienstort stadt',
  applyUrl: 'applyurl applicationurl applylink bewerbungslink bewerbungsurl',
  workplace: 'workplace workplacetype remotetype worklocationtype locationtype arbeitsmodell',
  employmentType:
    'employmenttype jobtype contracttype type commitment anstellungsart beschäftigungsart beschaeftigungsart vertragsart',
  seniority: 'seniority senioritylevel experiencelevel level karrierestufe erfahrungsstufe',
  department: 'department team category jobcategory abteilung bereich fachbereich kategorie',
  text: 'description jobdescription descriptionhtml text body content html beschreibung stellenbeschreibung',
  payMin:
    'paymin minpay salarymin minsalary minimumsalary salaryfrom payfrom salaryrangefrom gehaltvon gehaltmin mindestgehalt',
  payMax:
    'paymax maxpay salarymax maxsalary maximumsalary salaryto payto salaryrangeto gehaltbis gehaltmax höchstgehalt',
  payCurrency: 'paycurrency salarycurrency currency currencycode währung waehrung',
  payPeriod:
    'payperiod salaryperiod salaryinterval payinterval salaryfrequency payfrequency period gehaltszeitraum zeitraum',
  skills: 'skills skill tags technologies kenntnisse fähigkeiten faehigkeiten',
  publishedAt:
    'publishedat published dateposted datepublished postedat posteddate postingdate publicationdate publishdate firstpublished pubdate date veröffentlichtam veröffentlicht veröffentlichungsdatum datum',
  closesAt:
    'closesat closingdate validthrough deadline applicationdeadline expiresat expires expirydate expirationdate postuntil bewerbungsschluss bewerbungsfrist gültigbis',
}

/** What a person is shown to correct: the columns that usual names tell, and which of the required ones no name tells. */
export function guessColumns(header: readonly string[]): {
  columns: Partial<Record<Column, string>>
  missing: (typeof required)[number][]
} {
  const columns: Partial<Record<Column, string>> = {}
  const taken = new Set<string>()
  for (const column of Object.keys(usual) as Column[]) {
    const name = usual[column]
      .split(' ')
      .map((word) => header.find((cell) => lettersOf(cell) === word && !taken.has(cell)))
      .find((cell) => cell !== undefined)
    if (name === undefined) continue
    columns[column] = name
    taken.add(name)
  }
  return { columns, missing: required.filter((column) => columns[column] === undefined) }
}

function lettersOf(cell: string): string {
  return cell
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

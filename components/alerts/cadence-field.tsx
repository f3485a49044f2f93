import { SelectField } from '@/components/ui/field'
import { type Cadence, cadences } from '@/db/values'
import { cadenceWords } from './words'

type Props = { id: string; value: Cadence; error?: string | undefined }

export function CadenceField({ id, value, error }: Props) {
  return (
    <SelectField id={id} name="cadence" label="Mail me" defaultValue={value} error={error}>
      {cadences.map((cadence) => (
        <option key={cadence} value={cadence}>
          {cadenceWords[cadence]}
        </option>
      ))}
    </SelectField>
  )
}

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

type Props = { next: string; email?: string | undefined; error?: string | undefined }

export function SignInForm({ next, email, error }: Props) {
  return (
    <form method="post" action="/api/sign-in" className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      <TextField
        id="email"
        name="email"
        type="email"
        label="Your e-mail address"
        help="We mail you a link and a code. There is no password."
        autoComplete="email"
        maxLength={254}
        required
        autoFocus={Boolean(error)}
        defaultValue={email}
        error={error}
      />
      <div>
        <Button type="submit" look="primary">
          Mail me a link
        </Button>
      </div>
    </form>
  )
}

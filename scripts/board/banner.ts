import type { Mode } from './run'

type Facts = { url: string; isDemo: boolean; mode: Mode }

export function banner({ url, isDemo, mode }: Facts): string {
  const demo = [
    `  Demo people   ${url}/demo   Demo Employer and Demo Candidate, one click each`,
    `  Caught mail   ${url}/demo/mail   no mail leaves this machine`,
    `  The jobs are a sample. Leave demo mode with: npm run demo:remove`,
  ]
  const lines = [
    `  The board     ${url}${mode === 'development' ? '   (development: changes show at once)' : ''}`,
    ...(isDemo ? demo : []),
    `  Stop          Ctrl-C`,
  ]
  return ['', ...lines, ''].join('\n')
}

import type { Config } from '../config.ts'

const demoPeople = [
  ['maria@example.test', 'applicant with cases in several states'],
  ['sam@example.test', 'petitioner'],
  ['lena@example.test', 'applicant whose cases are asked, held, moved and denied'],
  ['rep@example.test', 'attorney'],
  ['firm-rep@example.test', 'second attorney, same firm'],
] as const

const demoStaff = ['officer', 'supervisor', 'intake', 'support', 'admin'].map((role) => `${role}@example.test`)

export const demoPassword = 'Portolan!demo1'

/** What the operator reads once everything serves. */
export function welcomeLines(config: Config, parts: ReadonlySet<string>): string[] {
  const lines = ['Portolan is ready.']
  if (parts.has('portal')) lines.push(`  Portal   ${config.publicUrl}`)
  if (parts.has('office')) lines.push(`  Office   ${config.officeUrl}`)
  if (config.mode !== 'demo') return lines
  return [
    ...lines,
    `  Outbox   ${config.publicUrl}/demo/outbox   (every mail and code of the demonstration)`,
    '',
    `Demonstration sign-ins; the password is ${demoPassword} for all, the codes are in the outbox:`,
    ...demoPeople.map(([email, about]) => `  ${email.padEnd(24)} ${about}`),
    `  Office: ${demoStaff.join(', ')}`,
    '',
    'Press Ctrl-C to stop.',
  ]
}

import { type AgencyPack, agencyText } from '../agency/index.ts'
import type { Text } from '../platform/i18n/text.ts'
import { statusEntry } from './case.ts'

/** What the agency says of a status: its title, its plain words, what happens next, and where on the course it stands. */
export interface StatusWords {
  readonly title: string
  readonly description: string
  readonly next: string
  readonly group: string
}

/** A form's full title, or its code in capitals where the pack does not list the form. */
export function formTitle(agency: AgencyPack, t: Text, form: string): string {
  const key = `form.${form}.title`
  return agency.text(t.language, 'agency', key) === undefined
    ? form.toUpperCase()
    : agencyText(agency, t, 'agency', key)
}

/** “Form I-90” of “Form I-90, Application to …”: what a list has room for. */
export const formShortTitle = (agency: AgencyPack, t: Text, form: string): string =>
  formTitle(agency, t, form).split(',')[0] ?? form

export const statusTitle = (agency: AgencyPack, t: Text, status: string): string =>
  agencyText(agency, t, 'statuses', `status.${status}.title`)

export const officeName = (agency: AgencyPack, t: Text, office: string): string =>
  agencyText(agency, t, 'agency', `office.${office}`)

interface Told {
  form: string
  receiptNumber: string
  status: string
  statusOn: Temporal.PlainDate
}

export function statusWords(agency: AgencyPack, t: Text, { form, receiptNumber, status, statusOn }: Told): StatusWords {
  const values = { form: formTitle(agency, t, form), receiptNumber, date: t.day(statusOn) }
  return {
    title: statusTitle(agency, t, status),
    description: agencyText(agency, t, 'statuses', `status.${status}.description`, values),
    next: agencyText(agency, t, 'statuses', `status.${status}.next`),
    group: agencyText(agency, t, 'statuses', `group.${statusEntry(agency, status).group}`),
  }
}

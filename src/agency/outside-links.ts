import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { agencyText } from './agency-text.ts'
import type { AgencyPack } from './pack.ts'

/** An address outside that a page of ours leads to, always through the leaving page and by its id. */
export interface OutsideAddress {
  readonly id: string
  readonly url: string
  readonly kind: 'legal-help' | 'community' | 'consulate' | 'official' | 'service' | 'form'
  /** Keys of its words in the pack's `agency.json`. */
  readonly name: string
  readonly about: string
}

const link = (kind: OutsideAddress['kind']) => ({ id, url }: { id: string; url: string }): OutsideAddress => ({
  id,
  url,
  kind,
  name: `link.${id}.name`,
  about: `link.${id}.about`,
})

/** Every address outside that the pack names. Nothing else is ever led to: an address is not taken from a request. */
export function outsideAddresses(agency: AgencyPack): OutsideAddress[] {
  const services = agency.services.flatMap(({ id, url }) =>
    url ? [{ id: serviceId(id), url, kind: 'service' as const, name: `service.${id}.name`, about: `service.${id}.about` }] : [],
  )
  const forms = agency.forms.map(({ code, officialPage }) => ({
    id: formId(code),
    url: officialPage,
    kind: 'form' as const,
    name: `form.${code}.title`,
    about: `form.${code}.for`,
  }))
  return [
    ...agency.legalHelp.map(link('legal-help')),
    ...agency.community.map(link('community')),
    link('consulate')(agency.consulates),
    link('official')(agency.officialSite),
    ...agency.caseActs.cards.carriers.map(link('official')),
    ...services,
    ...forms,
  ]
}

export const serviceId = (service: string) => `service-${service}`
export const formId = (form: string) => `form-${form}`

/** Where a link out leads first. */
export const leavingPath = (id: string): string => `${paths.leaving()}?to=${encodeURIComponent(id)}`

export const outsideWords = (agency: AgencyPack, t: Text, address: OutsideAddress) => ({
  name: agencyText(agency, t, 'agency', address.name),
  about: agencyText(agency, t, 'agency', address.about),
})

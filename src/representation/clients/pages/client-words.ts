import type { Text } from '../../../platform/i18n/text.ts'
import type { Client } from '../client.ts'
import { type ClientNames, listedName, nameOfClient } from '../client-names.ts'

/** The client as they are spoken of. Who came by a case and has stated no name is called so. */
export const clientName = (t: Text, names: ClientNames): string => nameOfClient(names) || t('clients.unnamed')

/** As it stands in a list. */
export const clientInList = (t: Text, names: ClientNames): string => listedName(names) || t('clients.unnamed')

/** What tells a client from another of the same name: how they are reached, or else since when they are there. */
export const tellsApart = (t: Text, { contact: { email, phone }, addedAt }: Client): string =>
  email || phone || t('clients.list.alike', { day: t.day(addedAt.toZonedDateTimeISO(t.timeZone).toPlainDate()) })

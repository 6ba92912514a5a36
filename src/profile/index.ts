import type { Route } from '../platform/http/page.ts'
import { contactPage } from './pages/contact.tsx'
import { profilePage } from './pages/profile.tsx'
import { aNumberPage } from './person/pages/a-number-page.tsx'
import { dateOfBirthPage } from './person/pages/date-of-birth-page.tsx'
import { namesPage } from './person/pages/names-page.tsx'
import { phonesPage } from './person/pages/phones-page.tsx'
import { preferencesPage } from './person/pages/preferences-page.tsx'

export { type ANumberError, parseANumber, showANumber } from './a-number.ts'
export { addressField, addressLines, type PostalAddress, tidyCode } from './address/address.ts'
export { type AddressPart, type CountryShape, shapeOf } from './address/country-shapes.ts'
export { AddressText } from './address/address-text.tsx'
export {
  addressUses,
  type AddressUse,
  keepAddress,
  keepSafeAddressHeard,
  ownAddresses,
  type PersonAddresses,
  readSafeAddress,
} from './address/addresses.ts'
export { CountryChoice, countryChoices, CountryFields } from './address/country-fields.tsx'
export { countryCodes, countryName, usStateCodes } from './address/places.ts'
export { heldProfile } from './held-profile.ts'
export { emptyProfiles } from './held-store.ts'
export { isSameAddress, isSameName, type Likeness, likenessHashes, type LikenessKind, plainName } from './likeness/likeness.ts'
export { listAlike, type StoredLikeness, upsertLikeness } from './likeness/likeness-store.ts'
export { type KnownOfPerson, noteKnown } from './person/known.ts'
export { type NamedPerson, namesStated, personsNamed } from './person/named.ts'
export { nameFits, nameFitsWritten, type WrittenName } from './person/name-fits.ts'
export { type PersonNames, readName, wholeName } from './person/names.ts'
export { ownPerson } from './person/own-person.ts'
export { likeness, wordsOf } from './pieces/name-words.ts'
export { indexedPieces, soughtPieces } from './pieces/pieces.ts'
export { setNames } from './person/set-names.ts'
export { type Postal, postalOf } from './postal.ts'
export { type Stated, statedOf } from './stated.ts'

/** A person's names, numbers and ways to be reached; their addresses are changed in `portal`, with their cases. */
export const profileRoutes: readonly Route[] = [
  profilePage,
  namesPage,
  dateOfBirthPage,
  aNumberPage,
  contactPage,
  phonesPage,
  preferencesPage,
]

import type { Text } from '../../platform/i18n/text.ts'
import { addressLines, type PostalAddress } from './address.ts'

/** An address as it stands on an envelope, read in the direction of its own letters. */
export const AddressText = ({ t, address }: { t: Text; address: PostalAddress }) => (
  <address class="address-text">
    {addressLines(t, address).map((line, index) => (
      <span key={`${index}`} dir="auto">
        {line}
      </span>
    ))}
  </address>
)

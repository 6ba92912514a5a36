export { agencyText } from './agency-text.ts'
export { loadAgency } from './load-agency.ts'
export type { AgencyData, AgencyPack, FeeEntry, FormEntry, OutsideLink, StatusEntry } from './pack.ts'

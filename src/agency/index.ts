export { agencyText } from './agency-text.ts'
export { formId, leavingPath, type OutsideAddress, outsideAddresses, outsideWords, serviceId } from './outside-links.ts'
export { loadAgency } from './load-agency.ts'
export type { AgencyData, AgencyPack, FeeEntry, FormEntry, OutsideLink, StatusEntry, TranslationRules } from './pack.ts'

import accountContact from './account-contact.json' with { type: 'json' }
import accessCodes from './access-codes.json' with { type: 'json' }
import accessibility from './accessibility.json' with { type: 'json' }
import accounts from './accounts.json' with { type: 'json' }
import appointments from './appointments.json' with { type: 'json' }
import additional from './additional.json' with { type: 'json' }
import addressChange from './address-change.json' with { type: 'json' }
import decisions from './decisions.json' with { type: 'json' }
import draftFile from './draft-file.json' with { type: 'json' }
import check from './check.json' with { type: 'json' }
import closing from './closing.json' with { type: 'json' }
import clients from './clients.json' with { type: 'json' }
import autosave from './autosave.json' with { type: 'json' }
import bulk from './bulk.json' with { type: 'json' }
import byHand from './by-hand.json' with { type: 'json' }
import calendar from './calendar.json' with { type: 'json' }
import cases from './cases.json' with { type: 'json' }
import catalogue from './catalogue.json' with { type: 'json' }
import contact from './contact.json' with { type: 'json' }
import duplicates from './duplicates.json' with { type: 'json' }
import evidence from './evidence.json' with { type: 'json' }
import fees from './fees.json' with { type: 'json' }
import filing from './filing.json' with { type: 'json' }
import help from './help.json' with { type: 'json' }
import helpersSign from './helpers-sign.json' with { type: 'json' }
import messages from './messages.json' with { type: 'json' }
import myData from './my-data.json' with { type: 'json' }
import merging from './merging.json' with { type: 'json' }
import identity from './identity.json' with { type: 'json' }
import inquiry from './inquiry.json' with { type: 'json' }
import intake from './intake.json' with { type: 'json' }
import laterFile from './later-file.json' with { type: 'json' }
import laterPaper from './later-paper.json' with { type: 'json' }
import leaving from './leaving.json' with { type: 'json' }
import verify from './verify.json' with { type: 'json' }
import notices from './notices.json' with { type: 'json' }
import notifications from './notifications.json' with { type: 'json' }
import numbers from './numbers.json' with { type: 'json' }
import record from './record.json' with { type: 'json' }
import officer from './officer.json' with { type: 'json' }
import paperLetters from './paper-letters.json' with { type: 'json' }
import paper from './paper.json' with { type: 'json' }
import papers from './papers.json' with { type: 'json' }
import passkeys from './passkeys.json' with { type: 'json' }
import phone from './phone.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import person from './person.json' with { type: 'json' }
import platform from './platform.json' with { type: 'json' }
import portal from './portal.json' with { type: 'json' }
import practice from './practice.json' with { type: 'json' }
import prepared from './prepared.json' with { type: 'json' }
import printing from './printing.json' with { type: 'json' }
import privacy from './privacy.json' with { type: 'json' }
import preparation from './preparation.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import protection from './protection.json' with { type: 'json' }
import recovery from './recovery.json' with { type: 'json' }
import money from './money.json' with { type: 'json' }
import rejecting from './rejecting.json' with { type: 'json' }
import outages from './outages.json' with { type: 'json' }
import requests from './requests.json' with { type: 'json' }
import officePerson from './office-person.json' with { type: 'json' }
import officeRequests from './office-requests.json' with { type: 'json' }
import representatives from './representatives.json' with { type: 'json' }
import report from './report.json' with { type: 'json' }
import rights from './rights.json' with { type: 'json' }
import refund from './refund.json' with { type: 'json' }
import scans from './scans.json' with { type: 'json' }
import safety from './safety.json' with { type: 'json' }
import notes from './notes.json' with { type: 'json' }
import search from './search.json' with { type: 'json' }
import secondFactor from './second-factor.json' with { type: 'json' }
import security from './security.json' with { type: 'json' }
import shared from './shared.json' with { type: 'json' }
import status from './status.json' with { type: 'json' }
import storage from './storage.json' with { type: 'json' }
import tasks from './tasks.json' with { type: 'json' }
import timeline from './timeline.json' with { type: 'json' }
import terms from './terms.json' with { type: 'json' }
import officeIntake from './office-intake.json' with { type: 'json' }
import officeSupport from './office-support.json' with { type: 'json' }
import shortcuts from './shortcuts.json' with { type: 'json' }
import support from './support.json' with { type: 'json' }
import withdrawn from './withdrawn.json' with { type: 'json' }
import withdrawal from './withdrawal.json' with { type: 'json' }
import waiver from './waiver.json' with { type: 'json' }
import work from './work.json' with { type: 'json' }
import times from './times.json' with { type: 'json' }
import ui from './ui.json' with { type: 'json' }

export const en = {
  decisions,
  'access-codes': accessCodes,
  'account-contact': accountContact,
  accessibility,
  accounts,
  additional,
  'address-change': addressChange,
  appointments,
  autosave,
  bulk,
  'by-hand': byHand,
  cases,
  catalogue,
  contact,
  check,
  closing,
  clients,
  'draft-file': draftFile,
  duplicates,
  evidence,
  fees,
  filing,
  help,
  'helpers-sign': helpersSign,
  identity,
  inquiry,
  intake,
  merging,
  messages,
  'my-data': myData,
  'later-file': laterFile,
  'later-paper': laterPaper,
  leaving,
  notices,
  verify,
  notifications,
  numbers,
  record,
  officer,
  'paper-letters': paperLetters,
  paper,
  papers,
  passkeys,
  phone,
  person,
  platform,
  portal,
  practice,
  prepared,
  printing,
  privacy,
  profile,
  protection,
  recovery,
  money,
  preparation,
  refund,
  outages,
  requests,
  'office-person': officePerson,
  'office-requests': officeRequests,
  representatives,
  report,
  rights,
  rejecting,
  notes,
  search,
  scans,
  'second-factor': secondFactor,
  safety,
  security,
  shared,
  status,
  shortcuts,
  support,
  'office-intake': officeIntake,
  'office-support': officeSupport,
  storage,
  calendar,
  people,
  tasks,
  timeline,
  terms,
  times,
  ui,
  waiver,
  withdrawal,
  withdrawn,
  work,
}

import type { EntityFamily } from '../rule.ts';
import { accounts } from './accounts.ts';
import { americanIds } from './american-ids.ts';
import { americanLicences } from './american-licences.ts';
import { americanPlates } from './american-plates.ts';
import { assignedSecrets } from './assigned-secrets.ts';
import { authorizations } from './authorizations.ts';
import { bankRouting } from './bank-routing.ts';
import { britishGermanPlates } from './british-german-plates.ts';
import { britishIds } from './british-ids.ts';
import { canadianIds } from './canadian-ids.ts';
import { bodiesAndRecords } from './bodies-and-records.ts';
import { casesAndTitles } from './cases-and-titles.ts';
import { chineseAccounts } from './chinese-accounts.ts';
import { chineseBankCards } from './chinese-bank-cards.ts';
import { chineseFirms } from './chinese-firms.ts';
import { chineseFacts } from './chinese-facts.ts';
import { chineseIds } from './chinese-ids.ts';
import { chineseOrganisations } from './chinese-organisations.ts';
import { chinesePermits } from './chinese-permits.ts';
import { chinesePhones } from './chinese-phones.ts';
import { chineseText } from './chinese-text.ts';
import { chineseVehicles } from './chinese-vehicles.ts';
import { databaseLogins } from './database-logins.ts';
import { devices } from './devices.ts';
import { classifications } from './classifications.ts';
import { domainHosts } from './domain-hosts.ts';
import { easternEuropeanIds } from './eastern-european-ids.ts';
import { emails } from './emails.ts';
import { englishNames } from './english-names.ts';
import { englishText } from './english-text.ts';
import { frenchIds } from './french-ids.ts';
import { germanIds } from './german-ids.ts';
import { germanRegisters } from './german-registers.ts';
import { handles } from './handles.ts';
import { healthConditions } from './health-conditions.ts';
import { hongKongTaiwanIds } from './hong-kong-taiwan-ids.ts';
import { ibans } from './ibans.ts';
import { invoices } from './invoices.ts';
import { japaneseKoreanIds } from './japanese-korean-ids.ts';
import { latinAmericanIds } from './latin-american-ids.ts';
import { lifeFacts } from './life-facts.ts';
import { links } from './links.ts';
import { networkAddresses } from './network-addresses.ts';
import { nordicIds } from './nordic-ids.ts';
import { oneTimeCodes } from './one-time-codes.ts';
import { pacificAfricanIds } from './pacific-african-ids.ts';
import { passwordHashes } from './password-hashes.ts';
import { parcels } from './parcels.ts';
import { paymentCards } from './payment-cards.ts';
import { phones } from './phones.ts';
import { plates } from './plates.ts';
import { privateKeys } from './private-keys.ts';
import { referenceNumbers } from './reference-numbers.ts';
import { securities } from './securities.ts';
import { seedPhrases } from './seed-phrases.ts';
import { sessionCookies } from './session-cookies.ts';
import { socialHandles } from './social-handles.ts';
import { southWesternAsianIds } from './south-western-asian-ids.ts';
import { southeastAsianIds } from './southeast-asian-ids.ts';
import { southernEuropeanIds } from './southern-european-ids.ts';
import { sexualOrientation } from './sexual-orientation.ts';
import { specialCategories } from './special-categories.ts';
import { streetAddresses } from './street-addresses.ts';
import { tokens } from './tokens.ts';
import { travelDocuments } from './travel-documents.ts';
import { vatNumbers } from './vat-numbers.ts';
import { vehicles } from './vehicles.ts';
import { wallets } from './wallets.ts';
import { westernEuropeanIds } from './western-european-ids.ts';

import { whereabouts } from './whereabouts.ts';
/** One family for each file. */
export const families: readonly EntityFamily[] = [
  chineseIds,
  chinesePermits,
  hongKongTaiwanIds,
  chineseOrganisations,
  chineseVehicles,
  japaneseKoreanIds,
  southeastAsianIds,
  southWesternAsianIds,
  britishIds,
  germanIds,
  germanRegisters,
  frenchIds,
  southernEuropeanIds,
  westernEuropeanIds,
  nordicIds,
  easternEuropeanIds,
  vatNumbers,
  americanIds,
  americanLicences,
  americanPlates,
  canadianIds,
  latinAmericanIds,
  pacificAfricanIds,
  britishGermanPlates,
  plates,
  travelDocuments,
  chineseBankCards,
  paymentCards,
  ibans,
  accounts,
  bankRouting,
  securities,
  invoices,
  wallets,
  chinesePhones,
  phones,
  emails,
  chineseAccounts,
  handles,
  chineseText,
  englishNames,
  englishText,
  streetAddresses,
  lifeFacts,
  chineseFacts,
  specialCategories,
  sexualOrientation,
  bodiesAndRecords,
  healthConditions,
  whereabouts,
  vehicles,
  networkAddresses,
  links,
  domainHosts,
  seedPhrases,
  devices,
  socialHandles,
  sessionCookies,
  passwordHashes,
  oneTimeCodes,
  databaseLogins,
  authorizations,
  assignedSecrets,
  tokens,
  privateKeys,
  referenceNumbers,
  casesAndTitles,
  chineseFirms,
  parcels,
  classifications,
];

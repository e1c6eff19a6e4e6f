import type { EntityFamily } from '../rule.ts';
import { accounts } from './accounts.ts';
import { bankRouting } from './bank-routing.ts';
import { chineseBankCards } from './chinese-bank-cards.ts';
import { chineseIds } from './chinese-ids.ts';
import { chinesePermits } from './chinese-permits.ts';
import { chinesePhones } from './chinese-phones.ts';
import { chineseText } from './chinese-text.ts';
import { credentials } from './credentials.ts';
import { domainHosts } from './domain-hosts.ts';
import { emails } from './emails.ts';
import { englishNames } from './english-names.ts';
import { englishText } from './english-text.ts';
import { foreignIds } from './foreign-ids.ts';
import { handles } from './handles.ts';
import { hongKongTaiwanIds } from './hong-kong-taiwan-ids.ts';
import { ibans } from './ibans.ts';
import { invoices } from './invoices.ts';
import { lifeFacts } from './life-facts.ts';
import { links } from './links.ts';
import { networkAddresses } from './network-addresses.ts';
import { organisationIds } from './organisation-ids.ts';
import { paymentCards } from './payment-cards.ts';
import { phones } from './phones.ts';
import { privateKeys } from './private-keys.ts';
import { referenceNumbers } from './reference-numbers.ts';
import { securities } from './securities.ts';
import { streetAddresses } from './street-addresses.ts';
import { tokens } from './tokens.ts';
import { vehicles } from './vehicles.ts';
import { wallets } from './wallets.ts';

/** One family for each file. */
export const families: readonly EntityFamily[] = [
  chineseIds,
  chinesePermits,
  hongKongTaiwanIds,
  foreignIds,
  organisationIds,
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
  handles,
  chineseText,
  englishNames,
  englishText,
  streetAddresses,
  lifeFacts,
  vehicles,
  networkAddresses,
  links,
  domainHosts,
  credentials,
  tokens,
  privateKeys,
  referenceNumbers,
];

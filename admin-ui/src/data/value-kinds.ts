/** What people call the values that are masked. Several entity types share one kind. */
export const valueKinds = [
  'name',
  'email',
  'phone',
  'address',
  'place',
  'birthDate',
  'date',
  'nationalId',
  'passport',
  'drivingLicence',
  'vehicle',
  'taxId',
  'insuranceId',
  'card',
  'cardCode',
  'bankAccount',
  'bankCode',
  'crypto',
  'amount',
  'companyId',
  'company',
  'onlineAccount',
  'device',
  'link',
  'password',
  'accessKey',
  'privateKey',
  'health',
  'legal',
  'recordNumber',
  'personal',
  'other',
] as const;

export type ValueKind = (typeof valueKinds)[number];

/** Entity type ids by kind; patterns in `patterns` take the rest. */
const types: Readonly<Partial<Record<ValueKind, string>>> = {
  name: 'PERSON CN_PERSON_NAME',
  email: 'EMAIL',
  phone: 'CN_MOBILE CN_LANDLINE HK_PHONE PHONE_INTL US_PHONE',
  address: 'CN_ADDRESS STREET_ADDRESS CN_POSTCODE UK_POSTCODE US_ZIP',
  place: 'LOCATION LOCATION_TRACK GPS_COORDINATE',
  birthDate: 'DATE_OF_BIRTH',
  date: 'DATE_TIME',
  nationalId:
    'CN_MILITARY_ID CN_POLICE_ID CN_BIRTH_CERT CN_HUKOU HKMOTW_RESIDENCE_PERMIT TW_ARC JP_MY_NUMBER KR_RRN KR_FRN ' +
    'SG_NRIC MY_NRIC ID_NIK VN_CCCD IN_AADHAAR IN_VOTER PK_CNIC TR_TCKN UK_NINO US_SSN FR_NIR ES_NIF ES_NIE ' +
    'IT_FISCAL_CODE NL_BSN BE_NRN CH_AHV SE_PERSONNUMMER NO_FNR DK_CPR FI_HETU PL_PESEL CZ_RC RO_CNP HR_OIB ' +
    'GR_AMKA IE_PPSN CA_SIN BR_CPF MX_CURP CL_RUT NG_NIN DE_ID_CARD CN_RESIDENT_ID_15 CN_FOREIGN_PR_ID',
  passport: 'MRZ IT_ID_DOCS FR_PASSPORT_CNI',
  vehicle: 'VIN TR_IN_NG_PLATES',
  taxId:
    'IN_PAN IN_GSTIN ID_NPWP PH_TIN UK_UTR PT_NIF PL_NIP RU_INN_SNILS US_ITIN US_EIN MX_RFC AR_CUIT CO_NIT ' +
    'AU_TFN NZ_IRD KE_PIN',
  insuranceId:
    'CN_SOCIAL_SECURITY UK_NHS AT_SVNR EU_EHIC US_NPI US_DEA US_MBI CA_HEALTH AU_MEDICARE POLICY_NUMBER ' +
    'DE_HEALTH_INSURANCE DE_SOCIAL_SECURITY',
  card: 'CREDIT_CARD CN_BANK_CARD CARD_TRACK',
  cardCode: 'CARD_CVV CARD_EXPIRY PIN',
  bankAccount: 'IBAN CN_SECURITIES_ACCOUNT CN_HOUSING_FUND CN_ALIPAY MX_CLABE UK_SORT_CODE',
  bankCode: 'SWIFT_BIC CN_CNAPS IN_IFSC US_ABA_ROUTING ISIN_CUSIP_SEDOL',
  crypto: 'BTC_ADDRESS ETH_ADDRESS TRON_OTHER_CRYPTO',
  amount: 'SALARY_AMOUNT',
  companyId:
    'CN_USCC CN_ORG_CODE CN_BUSINESS_REG TW_UBN KR_BRN SG_UEN DE_HANDELSREGISTER FR_SIREN_SIRET ES_CIF SE_ORGNR ' +
    'BR_CNPJ AU_ABN AU_ACN LEI JP_CORPORATE_NUMBER',
  company: 'CN_ORG_NAME ORGANIZATION',
  onlineAccount: 'CN_QQ CN_WECHAT SOCIAL_HANDLE USERNAME',
  device: 'IPV4 IPV6 MAC_ADDRESS IMEI IMSI ICCID UUID DEVICE_SERIAL',
  link: 'URL DOMAIN_HOST',
  password: 'PASSWORD DB_CONNECTION_STRING BASIC_BEARER_AUTH NTLM_HASH',
  accessKey:
    'JWT SESSION_COOKIE OTP_SECRET DINGTALK_FEISHU_WEBHOOK DATABRICKS_K8S_DOCKER GCP_SERVICE_ACCOUNT',
  privateKey: 'PRIVATE_KEY_PEM SSH_PGP_PUTTY_KEY SEED_PHRASE',
  health: 'HEALTH_CONDITION BIOMETRIC CN_MEDICAL_RECORD MEDICAL_RECORD_NUMBER',
  legal: 'CRIMINAL_RECORD CN_CASE_NUMBER CN_REAL_ESTATE_CERT CN_SECRET_MARK',
  recordNumber: 'CN_STUDENT_ID CN_EXPRESS_NO CN_INVOICE EMPLOYEE_ID CUSTOMER_ID PNR_TICKET',
  personal:
    'AGE GENDER NATIONALITY ETHNICITY RELIGION POLITICAL SEXUAL_ORIENTATION MINOR MARITAL_FAMILY JOB_TITLE',
};

/** For the ids that follow a rule, tried in order. */
const patterns: readonly (readonly [RegExp, ValueKind])[] = [
  [/PASSPORT|_PERMIT$/, 'passport'],
  [/DRIV(ER|ING)_LICEN[CS]E$/, 'drivingLicence'],
  [/_LICENSE_PLATE$|_VEHICLE_REG$/, 'vehicle'],
  [/_BANK_ACCOUNT$/, 'bankAccount'],
  [/_VAT$|TAX/, 'taxId'],
  [/_SECRET$|_TOKEN$|_KEYS?(_ID)?$/, 'accessKey'],
  [/_ID$/, 'nationalId'],
];

/** The kind of an entity type, for example `CN_MOBILE` → `phone`; `other` for a type this page does not know. */
export function kindOfType(type: string): ValueKind {
  const listed = valueKinds.find((kind) => types[kind]?.split(' ').includes(type));
  return listed ?? patterns.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}

export interface KindCount {
  readonly kind: ValueKind;
  readonly count: number;
}

/** Counts by entity type, joined by kind, in the order of `valueKinds`. */
export function countKinds(counts: Readonly<Record<string, number>>): readonly KindCount[] {
  const sums = new Map<ValueKind, number>();
  for (const [type, count] of Object.entries(counts)) {
    const kind = kindOfType(type);
    sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return valueKinds.flatMap((kind) => {
    const count = sums.get(kind) ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}

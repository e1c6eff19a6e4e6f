/** What a checkpoint becomes as a syslog message. */
export interface SyslogFacts {
  readonly at: Date;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Signed note. */
  readonly note: string;
}

/** Facility 13, log audit; severity 5, notice. */
const PRIORITY = 13 * 8 + 5;

/**
 * A message of RFC 5424, framed by its length (RFC 5425 §4.3). Its text is one JSON object for the SIEM's rules, with the
 * signed note itself in it, so that it can be taken out again and verified.
 */
export function syslogMessage({ at, ...facts }: SyslogFacts): Buffer {
  const header = `<${PRIORITY}>1 ${at.toISOString()} - intramura - CHECKPOINT -`;
  const text = Buffer.from(`${header} ${toAscii(JSON.stringify(facts))}`);
  return Buffer.concat([Buffer.from(`${text.length} `), text]);
}

/** Other characters would need the byte order mark of RFC 5424 §6.4, which many collectors leave in the text. */
function toAscii(json: string): string {
  return json.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

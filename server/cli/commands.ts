import type { Command } from './command.ts';

/**
 * Every command, in the order of the help. Each is loaded when it is run: the whole product takes two seconds, and most
 * commands need a small part of it.
 */
export const commands: readonly Command[] = [
  {
    name: 'serve',
    usage: '',
    summary: 'Run the server. What `npm start` does.',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'demo',
    usage: '["MESSAGE"] [--zh]',
    summary: 'One exchange, stage by stage, in a data folder of its own that is removed afterwards.',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'ask',
    usage: '"QUESTION" [--collection C]… [--model ID] [--grounding auto|required|verbatim|off] [--json]',
    summary: 'One full exchange as the local administrator.',
    load: async () => (await import('./ask.ts')).ask,
  },
  {
    name: 'redact',
    usage: '[--profile NAME] [--locale L] | --list | --check DIR',
    summary:
      'Mask JSON Lines {"id","text"} from standard input with a profile (strict when absent). The rules of all locales run; --locale tells which the texts are in and hides none. --list prints every type and rule. --check tries the custom rules in a folder, with their tests.',
    load: async () => (await import('./redact.ts')).redact,
  },
  {
    name: 'knowledge import',
    usage: 'PATH --collection C [--readers ROLE,…] [--effective TIME] [--expires TIME] [--owner NAME]',
    summary: 'Import a file or a folder; one JSON report line per file.',
    load: async () => (await import('./knowledge.ts')).knowledgeImport,
  },
  {
    name: 'knowledge search',
    usage: '"QUERY" --collection C [--mode hybrid|text|vector] [--limit N]',
    summary: 'Search a collection; JSON, best first.',
    load: async () => (await import('./knowledge.ts')).knowledgeSearch,
  },
  {
    name: 'knowledge eval',
    usage: 'FILE --collection C',
    summary: 'Recall, MRR and nDCG per mode for JSON Lines {"query","relevant":[ids]}.',
    load: async () => (await import('./knowledge.ts')).knowledgeEval,
  },
  {
    name: 'knowledge sources',
    usage: '',
    summary: 'The sources of documents, with how their last run went; JSON.',
    load: async () => (await import('./sources.ts')).knowledgeSources,
  },
  {
    name: 'knowledge sync',
    usage: 'SOURCE [--confirm-removals N]',
    summary:
      'Run a source now and wait for it; JSON. Exit code 2 when it failed, or items did, or deletions wait.',
    load: async () => (await import('./sources.ts')).knowledgeSync,
  },
  {
    name: 'faq import',
    usage: 'FILE --collection C',
    summary:
      'Write FAQ drafts from JSON Lines or CSV; a person must approve them. One JSON report line per entry.',
    load: async () => (await import('./faq.ts')).faqImport,
  },
  {
    name: 'faq export',
    usage: '--collection C [--format jsonl|csv]',
    summary: 'Approved entries of a collection, in the form that `faq import` reads.',
    load: async () => (await import('./faq.ts')).faqExport,
  },
  {
    name: 'knowledge threshold',
    usage: '--collection C [--set NUMBER|default]',
    summary: 'Show or set the support that an answer from a collection needs; JSON.',
    load: async () => (await import('./threshold.ts')).knowledgeThreshold,
  },
  {
    name: 'audit verify',
    usage: '[--db FILE | --export FILE] [--checkpoint FILE]… [--vkey KEY]… [--json]',
    summary:
      'Verify the log; exit 0 sound, 10 unanchored, 30 rolled back, 40 changed, 41 signature, 50 schema.',
    load: async () => (await import('./audit.ts')).auditVerify,
  },
  {
    name: 'audit prove',
    usage: '--seq N',
    summary: 'Print a proof that entry N is in the log (C2SP tlog-proof), with the entry in it.',
    load: async () => (await import('./audit.ts')).auditProve,
  },
  {
    name: 'audit check-proof',
    usage: 'FILE [--leaf FILE] [--vkey KEY]…',
    summary: 'Check a proof offline. The entry is taken from --leaf, else from the proof.',
    load: async () => (await import('./audit.ts')).auditCheckProof,
  },
  {
    name: 'audit export',
    usage: '--format jsonl|ocsf|cef',
    summary: 'Write all entries to standard output.',
    load: async () => (await import('./audit.ts')).auditExport,
  },
  {
    name: 'audit rotate-key',
    usage: '[--overlap-days N]',
    summary:
      'Sign the log with a new key from now on, and with the one before for some days more (7 when absent). Prints both ids.',
    load: async () => (await import('./audit-rotate-key.ts')).auditRotateKey,
  },
  {
    name: 'audit new-incarnation',
    usage: '--reason TEXT',
    summary:
      'Begin a new log where the old one was rolled back and does not open; the old one is set aside, and the new one says why. Stop the server first.',
    load: async () => (await import('./audit-new-incarnation.ts')).auditNewIncarnation,
  },
  {
    name: 'audit signer',
    usage: '--socket PATH --state DIR --key FILE --db FILE',
    summary:
      'Sign the log as another user than the server, which finds it by INTRAMURA_AUDIT_SIGNER. Runs until it is stopped.',
    load: async () => (await import('./audit-signer.ts')).auditSigner,
  },
  {
    name: 'audit checkpoint',
    usage: '[--cosigned] [--qr]',
    summary:
      'Print the newest checkpoint, to be carried away by hand; --cosigned the newest that witnesses have signed, --qr as a QR code (SVG).',
    load: async () => (await import('./audit-checkpoint.ts')).auditCheckpoint,
  },
  {
    name: 'audit report',
    usage: '[--clause ID] [--from TIME] [--to TIME] [--json] | --list',
    summary:
      'What the entries of a period show for a clause of a law or standard, or for all. --list names the clauses.',
    load: async () => (await import('./audit-report.ts')).auditReport,
  },
  {
    name: 'audit witness',
    usage: '--name NAME --key FILE --state DIR --log VKEYFILE… [--host H] [--port N]',
    summary:
      'Witness the logs of other machines (C2SP tlog-witness): cosign what goes on from what was cosigned last. Runs until it is stopped.',
    load: async () => (await import('./audit-witness.ts')).auditWitness,
  },
  {
    name: 'audit erase',
    usage: '--subject VALUE|ID --basis CODE --reason TEXT --approver USERNAME --approver USERNAME',
    summary:
      'Erase what the audit log keeps of somebody: of all that a person or key (an id) has asked, or of every exchange in which a value stands. Two people agree: who asks and who approves, each with a password, a line each on standard input. Stop the server first.',
    load: async () => (await import('./audit-erase.ts')).auditErase,
  },
  {
    name: 'policy test',
    usage: '',
    summary: 'Run policies/tests/*.yaml against the bundle.',
    load: async () => (await import('./policy.ts')).policyTest,
  },
  {
    name: 'policy decide',
    usage: 'FILE',
    summary:
      'Decide a JSON request {"principal":{"roles"},"action","resource"?}, as in policies/tests, and name the policies that decided.',
    load: async () => (await import('./policy.ts')).policyDecide,
  },
  {
    name: 'models list',
    usage: '',
    summary: 'The catalogue as JSON.',
    load: async () => (await import('./models.ts')).modelsList,
  },
  {
    name: 'models verify',
    usage: '',
    summary: 'Compare every model file with the digest in the catalogue.',
    load: async () => (await import('./models.ts')).modelsVerify,
  },
  {
    name: 'models import',
    usage: 'FILE',
    summary: 'Copy a GGUF file into models/weights and print its catalogue entry to fill in.',
    load: async () => (await import('./models.ts')).modelsImport,
  },
  {
    name: 'user add',
    usage: 'USERNAME --name NAME --role ROLE… (password on standard input)',
    summary: 'Add a person; the password is read from standard input so that no shell keeps it.',
    load: async () => (await import('./users.ts')).userAdd,
  },
  {
    name: 'user password',
    usage: 'USERNAME (new password on standard input)',
    summary: 'Give a person a new password and end their sessions.',
    load: async () => (await import('./users.ts')).userPassword,
  },
  {
    name: 'user disable',
    usage: 'USERNAME',
    summary: 'Bar a person from signing in, end their sessions and stop their API keys.',
    load: async () => (await import('./users.ts')).userDisable,
  },
  {
    name: 'key create',
    usage: 'NAME --scope PERMISSION…',
    summary: 'Create an API key of the administrator; its secret is printed once.',
    load: async () => (await import('./keys.ts')).keyCreate,
  },
  {
    name: 'backup',
    usage: 'DIR [--epoch-keys DIR]',
    summary:
      'Copy databases, keys, checkpoints and originals; works while the server runs. The key above those of the audit log’s contents is copied only with --epoch-keys, to a folder that belongs elsewhere.',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    usage: 'DIR [--epoch-keys DIR]',
    summary: 'Put a back-up into an empty data directory. Stop the server first.',
    load: async () => (await import('./backup.ts')).restoreBackup,
  },
  {
    name: 'config print',
    usage: '',
    summary: 'Print the configuration in force as JSON. Secrets are not part of it.',
    load: async () => (await import('./config.ts')).configPrint,
  },
];

import { execFileSync } from 'node:child_process';

/** Whether missing programs are a failure, as in CI. */
const recognitionRequired: boolean = process.env['INTRAMURA_REQUIRE_OCR'] !== undefined;

/** Tests of text recognition are skipped: its programs are not installed, and nobody insists on them. */
export const noRecognition: boolean = !recognitionRequired && !isInstalled();

function isInstalled(): boolean {
  try {
    const languages = execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).split('\n');
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return ['eng', 'chi_sim', 'chi_tra'].every((language) => languages.includes(language));
  } catch {
    return false;
  }
}

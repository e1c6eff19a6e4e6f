import { readFile } from 'node:fs/promises';

/** Resident memory of a process in MiB, as the operating system says. Undefined where there is no /proc, or no such process. */
export async function readResidentMib(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
}

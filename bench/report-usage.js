/** Preloaded into the process that is measured: writes its own peak memory and CPU time to RINGFENCE_USAGE as it exits. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  if (process.env.RINGFENCE_USAGE !== undefined) {
    const usage = { peakMebibytes: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
    writeFileSync(process.env.RINGFENCE_USAGE, JSON.stringify(usage));
  }
});

import fs from 'node:fs';
import { expect, vi } from 'vitest';

// Test files share what they import. One that puts something of its own in a module's place loads anew what uses it.
const { testPath } = expect.getState();
if (testPath !== undefined && fs.readFileSync(testPath, 'utf8').includes('vi.mock(')) vi.resetModules();

#!/usr/bin/env node
// `npm run docs`: the pages that are written from tables in the source.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ERROR_CODES } from '../core/errors/error-codes.ts';
import { REASON_CODES } from '../core/planning/reason-codes.ts';
import { documentErrors, documentReasons } from './docs/code-tables.mjs';

const docs = join(fileURLToPath(import.meta.url), '..', '..', 'docs');
writeFileSync(join(docs, 'errors.md'), documentErrors(ERROR_CODES));
writeFileSync(join(docs, 'reasons.md'), documentReasons(REASON_CODES));

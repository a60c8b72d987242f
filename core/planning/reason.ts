import type { Reason } from '../model/plan.ts';
import type { ReasonCode } from './reason-codes.ts';

export function reason(code: ReasonCode, facts: Reason['facts'] = {}): Reason {
  return { code, facts };
}

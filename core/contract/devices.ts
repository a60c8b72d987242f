import { z } from 'zod';
import { deviceSchema } from '../model/device.ts';
import { importRemarkSchema, leftOutRowSchema } from './formats.ts';
import { idInput, nothing, operation } from './operation.ts';

export const devicesFileSchema = z.object({
  avlogue: z.literal('devices'),
  version: z.literal(1),
  devices: z.array(deviceSchema).readonly(),
});

export const devicesContract = {
  list: operation
    .route({
      method: 'GET',
      path: '/devices',
      summary: 'Device profiles, built-in and own',
      tags: ['devices'],
    })
    .output(z.array(deviceSchema).readonly()),
  save: operation
    .route({
      method: 'PUT',
      path: '/devices',
      summary: 'Create or change an own device profile',
      tags: ['devices'],
    })
    .input(deviceSchema.omit({ builtIn: true, enabled: true }))
    .output(deviceSchema),
  setEnabled: operation
    .route({
      method: 'POST',
      path: '/devices/{id}/enabled',
      summary: 'Promise a rendition for this device, or stop',
      tags: ['devices'],
    })
    .input(idInput.extend({ enabled: z.boolean() }))
    .output(deviceSchema),
  remove: operation
    .route({
      method: 'DELETE',
      path: '/devices/{id}',
      summary: 'Delete an own device profile',
      tags: ['devices'],
    })
    .input(idInput)
    .output(nothing),
  /** Each row for itself: what is right comes in, what is wrong is told. */
  import: operation
    .route({
      method: 'POST',
      path: '/devices/import',
      summary: 'Import device profiles from JSON',
      tags: ['devices'],
    })
    .input(z.object({ json: z.string().max(5_000_000) }))
    .output(
      z.object({
        deviceIds: z.array(z.string()).readonly(),
        leftOut: z.array(leftOutRowSchema).readonly(),
        remarks: z.array(importRemarkSchema).readonly(),
        /** What was renamed, found again or left out, in words. */
        notes: z.array(z.string()).readonly(),
      }),
    ),
  export: operation
    .route({
      method: 'POST',
      path: '/devices/export',
      summary: 'Device profiles as JSON',
      tags: ['devices'],
    })
    .input(z.object({ deviceIds: z.array(z.string()).readonly().optional() }))
    .output(devicesFileSchema),
};

import {
  IconBroadcast,
  IconDeviceDesktop,
  IconDeviceGamepad2,
  IconDeviceLaptop,
  IconDeviceMobile,
  IconDevices,
  IconDeviceTablet,
  IconDeviceTv,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Device } from '../../core/model/device.ts';

const ICONS: Readonly<Record<Device['icon'], TablerIcon>> = {
  desktop: IconDeviceDesktop,
  laptop: IconDeviceLaptop,
  phone: IconDeviceMobile,
  tablet: IconDeviceTablet,
  tv: IconDeviceTv,
  console: IconDeviceGamepad2,
  podcast: IconBroadcast,
  other: IconDevices,
};

export function DeviceIcon({ icon }: { readonly icon: Device['icon'] }) {
  const Icon = ICONS[icon];
  return <Icon size={18} stroke={1.6} aria-hidden />;
}

import { Tabs } from '@mantine/core';
import { FORMATS_TABS, type FormatsTab } from '../state/route.ts';
import { goTo } from '../state/use-route.ts';
import { useLanguage } from '../texts/language.ts';
import { DeviceList } from './device-list.tsx';
import { FormatList } from './format-list.tsx';
import { SetList } from './set-list.tsx';

/** Formats, the sets that bundle them, and the devices that must be covered. */
export function FormatsPage({ tab }: { readonly tab: FormatsTab }) {
  const { t } = useLanguage();
  const change = (value: string | null) => {
    const chosen = FORMATS_TABS.find((one) => one === value);
    if (chosen !== undefined) goTo({ view: 'formats', tab: chosen });
  };
  return (
    <div className="page page-wide">
      <header className="view-head">
        <h1 className="view-title">{t.formats.title}</h1>
      </header>
      <p className="hint">{t.formats.intro}</p>
      <Tabs value={tab} onChange={change} keepMounted={false} mt={12}>
        <Tabs.List mb={16}>
          <Tabs.Tab value="formats">{t.formats.tabFormats}</Tabs.Tab>
          <Tabs.Tab value="sets">{t.formats.tabSets}</Tabs.Tab>
          <Tabs.Tab value="devices">{t.formats.tabDevices}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="formats">
          <FormatList />
        </Tabs.Panel>
        <Tabs.Panel value="sets">
          <SetList />
        </Tabs.Panel>
        <Tabs.Panel value="devices">
          <DeviceList />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

import {SegmentedControl, VisuallyHidden, useMantineColorScheme} from "@mantine/core";
import {IconDeviceDesktop, IconMoon, IconSun} from "@tabler/icons-react";

const schemes = [
  {value: "light", name: "Light", Icon: IconSun},
  {value: "auto", name: "As the system", Icon: IconDeviceDesktop},
  {value: "dark", name: "Dark", Icon: IconMoon}
] as const;

/** Light, dark, or as the system; remembered in this browser. */
export function ThemeSwitch({named = false}: {readonly named?: boolean}) {
  const {colorScheme, setColorScheme} = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label="Theme"
      value={colorScheme}
      onChange={(value) => setColorScheme(value)}
      data={schemes.map(({value, name, Icon}) => ({
        value,
        label: (
          <span className="theme-option" title={name}>
            <Icon size={15} stroke={1.7} aria-hidden="true" />
            {named ? name : <VisuallyHidden>{name}</VisuallyHidden>}
          </span>
        )
      }))}
    />
  );
}

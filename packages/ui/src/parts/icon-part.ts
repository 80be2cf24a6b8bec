import type { Icon } from '@tabler/icons-react';
import type { ComponentProps, ComponentType } from 'react';

/** Something drawn like an icon of the set. */
export type IconPart = Icon | ComponentType<ComponentProps<Icon>>;

import { personOf } from '../../me.ts';
import type { Id } from '../../item.ts';
import type { View } from '../../view.ts';

export const nameOf = (view: View, id: Id): string => personOf(view, id)?.name ?? '';

export const namesOf = (view: View, ids: readonly Id[]): string[] => ids.map((id) => nameOf(view, id));

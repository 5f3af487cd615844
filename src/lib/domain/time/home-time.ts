import { localDay } from './days.ts';
import { DAY } from './instants.ts';
import type { Day, Time } from '../item.ts';

/** "16:30" in the home's time zone, as a field of a form takes it. */
export function clockAt(time: Time, zone: string): string {
	return new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(new Date(time));
}

/** A day and a time of the home's clocks. The earlier where it comes twice; null where the clocks leap over it. */
export function timeAt(day: Day, clock: string, zone: string): Time | null {
	const wanted = Date.parse(`${day}T${clock}:00Z`);
	if (!Number.isFinite(wanted)) return null;
	const around = [-DAY, 0, DAY].map((shift) => wanted - offsetOf(wanted + shift, zone));
	const fitting = around.filter((instant) => instant + offsetOf(instant, zone) === wanted);
	return fitting.length === 0 ? null : new Date(Math.min(...fitting)).toISOString();
}

/** By how much the clocks of a zone are ahead of UTC at that instant. */
function offsetOf(instant: number, zone: string): number {
	const minute = Math.floor(instant / 60_000) * 60_000;
	const time = new Date(minute).toISOString();
	return Date.parse(`${localDay(time, zone)}T${clockAt(time, zone)}:00Z`) - minute;
}

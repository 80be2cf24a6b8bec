/** Gives a text to the person as a file, without any request. */
export const saveCalendar = (text: string, name: string): void => {
	const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has read the address by then.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

-- What leaves out nobody and is about nobody, and is no complaint: what a paper that lies around may count. Whoever
-- prints it, it is the same, so that two papers held side by side tell nothing of what is shut out from anybody.

create view private.for_all as
	select i.*
	from app.items i
	where i.kind <> 'complaint' and i.about_id is null and not exists (select from app.left_out l where l.item_id = i.id);

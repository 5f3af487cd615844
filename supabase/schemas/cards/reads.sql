-- Did I put this picture, or this recording, here? An item or a card may only show a picture of its author's.
create function private.has_picture(hash text, sound boolean default false)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
	if
		hash is not null
		and not exists (
			select
			from app.pictures p
			where p.made_by = (select private.me()) and p.hash = has_picture.hash and p.is_sound = sound
		)
	then
		perform
			private.refuse(
				case
					when sound then 'no_such_recording'
					else 'no_such_picture'
				end
			);
	end if;
end;
$$;

-- The pictures and recordings of the items that I can read, each with who made it. The rule is asked of items with one
-- alone: the policy of items would ask it of everything in the home.
create function private.pictures_of_items()
returns table (made_by uuid, hash text)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	here uuid := private.my_home();
	items uuid[] := coalesce(
		private.shown_items(),
		private.readable(
			array(
				select i.id
				from app.items i
				where i.home_id = here and (i.picture is not null or i.recording is not null)
			)
		)
	);
begin
	return query select i.author_id, one.hash
		from
			app.items i
			cross join lateral (
				values
					(i.picture),
					(i.recording)
			) as one (hash)
		where i.id = any (items) and one.hash is not null and i.id not in (select private.items_without_me());
end;
$$;

grant execute on function private.has_picture, private.pictures_of_items to authenticated;

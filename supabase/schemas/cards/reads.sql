-- Did I put this picture here? An item or a card may only show a picture of its author's.
create function private.has_picture(hash text)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
	if
		hash is not null
		and not exists (select from app.pictures p where p.made_by = (select private.me()) and p.hash = has_picture.hash)
	then
		perform private.refuse('no_such_picture');
	end if;
end;
$$;

-- The pictures of the items that I can read, each with who drew it. The rule is asked of items with a picture alone:
-- the policy of items would ask it of everything in the home.
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
		private.readable(array(select i.id from app.items i where i.home_id = here and i.picture is not null))
	);
begin
	return query select i.author_id, i.picture
		from app.items i
		where i.id = any (items) and i.picture is not null and i.id not in (select private.items_without_me());
end;
$$;

grant execute on function private.has_picture, private.pictures_of_items to authenticated;

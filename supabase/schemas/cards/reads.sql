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

grant execute on function private.has_picture to authenticated;

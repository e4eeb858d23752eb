-- about: the records that were matched as single ones, with their match
select m.match, r.*
from matched_record m
join record r using (register, delivery_id, line)
where m.year = (select year from this_year)

-- about: "what is left of the entries once batches have been matched as wholes: few, with their content"
select e.*
from entry e
join entry_left using (delivery_id, line)

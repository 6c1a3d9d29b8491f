// The feedback of the prompt: like the one called normal, but long echoes are not cut in the middle.
/set mode estimate -quiet
/set prompt estimate '\njshell> ' '   ...> '
/set format estimate pre '|  '
/set format estimate post '%n'
/set format estimate errorpre '|  '
/set format estimate errorpost '%n'
/set format estimate errorline '{post}{pre}    {err}'
/set format estimate result '{name} ==> {value}{post}' added,modified,replaced-ok-primary
/set format estimate display '{result}' added,modified,replaced-expression,varvalue,assignment,varinit,vardecl-ok-primary
/set format estimate display '{pre}created {name}{post}' added,modified,replaced-class,interface,enum,annotation,record,method-ok-primary
/set format estimate display '{pre}{name} needs{unresolved}, which is not defined{post}' added,modified,replaced-defined,notdefined-primary
/set format estimate display '{pre}{name} needs{unresolved}, which is not defined{post}' used-defined,notdefined
/set truncation estimate 100000
// The feedback of -s: like the one called silent, but a method that cannot be called yet says so.
/set mode unechoed -quiet
/set prompt unechoed '-> ' '>> '
/set format unechoed pre '|  '
/set format unechoed post '%n'
/set format unechoed errorpre '|  '
/set format unechoed errorpost '%n'
/set format unechoed errorline '{post}{pre}    {err}'
/set format unechoed display '{pre}{name} needs{unresolved}, which is not defined{post}' used-defined,notdefined
